Feature: words, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    Given a 25.6 kWh credit token
    When the customer keys in the token
    When the customer keys in the token
    And 2 seconds pass
    Then the display reads:
      """
      Accept
      """

  Scenario: Altered 2
    Given a 25.6 kWh credit token
    When the customer keys in the token
    When the customer keys in the token
    And 2 seconds pass
    Then the display reads:
      """
      Accept
      """

  Scenario: Altered 3
    When the customer presses "184467440739"
    Then the display reads:
      """
      1844 6744 0738
      """

  Scenario: Altered 4
    Then the display reads:
      """
      1844 6744 0738
      4
      """
