Feature: pausing, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    When the customer presses "1844 6744 07"
    And 29 seconds pass
    And the customer presses "38 4377 2416 #"
    Then the meter refuses it
    And the display shows "1"

  Scenario: Altered 2
    Given a 25.6 kWh credit token
    When the customer presses "1844 6744 0738 4377 241"
    And 10 minutes pass
    Then the display reads:
      """
      10.0 kWh
      """
    When the customer keys in the token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 3
    When the customer presses "1844 6744"
    And 20 seconds pass
    And 20 seconds pass
    And the customer presses "4377 2416 #"
    Then the meter accepts it
    And the display shows "1"

  Scenario: Altered 4
    When the customer presses "1844 6744 079"
    And 20 seconds pass
    And the customer presses "*"
    And 20 seconds pass
    And the customer presses "39 4377 2416 #"
    Then the meter accepts it
    And the display shows "1"
