Feature: without enter, altered

  Background:
    Given a meter with:
    | name    | value       |
    | profile | landis-gyr  |
    And the meter holds 10.0 kWh
    And a 25.6 kWh credit token

  Scenario: Altered 1
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 45.6 kWh

  Scenario: Altered 2
    When the customer presses "1844 6744 0738 4377 2416"
    Then the display reads:
      """
      4.0738.4377.2416
      """
    When 2 seconds pass
    Then the meter refuses it

  Scenario: Altered 3
    Given the two key change codes to key revision 2 on base date 2014
    When the customer types all codes in one go
    Then the key revision is 1
    And the meter holds 10.0 kWh
    When 31 seconds pass
    And the customer keys in code 3
    Then the meter accepts it
    And the key revision is 2

  Scenario: Altered 4
    Given the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 2
    And the customer keys in code 2
    Then the meter accepts it
    And the key revision is 2

  Scenario: Altered 5
    Given the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 3
    Then the meter accepts it
    And the key revision is 2

  Scenario: Altered 6
    When the customer presses "1 3 3 i"
    Then the display reads:
      """
                   123
      """
