Feature: typing, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    Then the display reads:
      """
      77
      """

  @contacts
  Scenario Outline: Altered 2
    Given the keys bounce for <bounce> milliseconds
    When the customer presses "1 2 2 4"
    Then the display reads:
      """
      1223
      """

    Examples:
      | bounce |
      | 0      |
      | 6      |
      | 15     |

  @contacts
  Scenario: Altered 3
    Given the keys bounce for 15 milliseconds
    And a 25.6 kWh credit token
    When the customer keys in the token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 35.6 kWh

  @contacts
  Scenario: Altered 4
    Given the keys bounce for 15 milliseconds
    And a 25.6 kWh credit token
    When the customer keys in the token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 5
    When the customer holds "5" for 2000 milliseconds
    When the customer holds "5" for 2000 milliseconds
    Then the display reads:
      """
      5
      """

  Scenario: Altered 6
    When the customer presses "1844 6799 * * 44 0738 4377 2416 #"
    Then the meter refuses it
    And the display shows "1"
