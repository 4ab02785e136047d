Feature: test tokens, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    When the customer keys in "1844 6744 0738 4377 2416"
    Then the display reads:
      """
      Accept
      1
      """
    And the meter holds 11.0 kWh

  Scenario: Altered 2
    When the customer keys in "0115 2921 5391 0083 8035"
    Then the display reads:
      """
      Accept
      1
      """

  Scenario: Altered 3
    When the load draws 1450 W for 1 hour
    And the customer keys in "0000 0000 0002 0132 8896"
    Then the display shows "11.5 kWh"
    And the meter holds 8.6 kWh

  Scenario: Altered 4
    Given the tamper is latched
    When the customer keys in "1 0000 0022 8172 8512"
    Then the display shows "Tamper 1"
