Feature: two codes, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 12.5 kWh
    And the two key change codes to key revision 2 on base date 2014

  @pi
  Scenario: Altered 1
    When the customer keys in code 2
    Then the meter asks for the other code
    And the display shows "Enter code 1"
    And the key revision is 1
    When the customer keys in code 2
    Then the meter accepts it
    And the key revision is 2
    And the meter holds 12.5 kWh

  Scenario: Altered 2
    When the customer keys in "1844 6744 0738 4377 2416"
    Then the display shows "1"
    When the customer keys in code 2
    And the customer keys in code 2
    And the customer keys in "1844 6744 0738 4377 2416"
    Then the display shows "2"

  Scenario: Altered 3
    Given a 25.6 kWh credit token
    When the customer keys in code 1
    And the customer keys in the token
    Then the meter refuses it
    And the key revision is 1
    And the meter holds 38.1 kWh

  Scenario: Altered 4
    When the customer keys in code 1
    And the customer keys in code 1
    Then the meter asks for the other code
    And the display shows "Enter code 2"
    And the key revision is 2
    When the customer keys in code 2
    Then the meter accepts it
    And the key revision is 2

  Scenario: Altered 5
    When the customer keys in code 1
    And the customer keys in code 2 with digit 9 wrong
    Then the meter refuses it
    And the key revision is 1
    When the customer keys in code 2
    Then the meter accepts it
    And the key revision is 3
    And the meter holds 12.5 kWh

  Scenario: Altered 6
    When the customer keys in code 1
    And the customer keys in code 2 with digit 9 wrong
    Then the meter refuses it
    And the key revision is 1
    When the customer keys in code 3
    Then the meter accepts it
    And the key revision is 2
    And the meter holds 12.5 kWh
